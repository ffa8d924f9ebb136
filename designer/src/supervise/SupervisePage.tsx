export function SupervisePage() {
  return null;
}
