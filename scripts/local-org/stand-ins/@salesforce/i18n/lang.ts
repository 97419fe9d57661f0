/** The language of the page, such as `en-US` or `de`: on the platform it is the one in the user's settings. */
export default document.documentElement.lang;
