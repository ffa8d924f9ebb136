/** Words of this part. */
export default {};
