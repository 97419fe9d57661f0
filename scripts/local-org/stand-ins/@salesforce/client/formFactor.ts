/** As on the platform, fixed when the page loads: `Small` on a phone, else `Large`. */
export default window.matchMedia('(max-width: 767px)').matches ? 'Small' : 'Large';
