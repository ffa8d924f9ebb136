/** Words of the studio; its authors fill this. */
export default {};
