/** By which dates and amounts are formatted: that of the page's language. On the platform it is a setting of its own. */
export default document.documentElement.lang;
