/** The time zone of this computer: on the platform it is the one in the user's settings. */
export default Intl.DateTimeFormat().resolvedOptions().timeZone;
