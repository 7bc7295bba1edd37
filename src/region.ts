/** A Region that has an endpoint of its own (`us-gov-west-1`): not `aws-global` and the like, which stand for none. */
const REGION = /^[a-z]+(-[a-z]+)+-\d{1,3}$/;

/** Whether a text can be the name of an AWS Region. It becomes a part of a host name. */
export function isRegion(text: string): boolean {
  return REGION.test(text);
}
