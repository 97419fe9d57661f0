/** The direction of writing of the page's language: `ltr` or `rtl`. */
export default document.documentElement.dir;
