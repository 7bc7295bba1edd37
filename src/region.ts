/** A Region with its own endpoint, such as `us-gov-west-1`, unlike `aws-global`. */
const REGION = /^[a-z]+(-[a-z]+)+-\d{1,3}$/;

/** Whether a text can be the name of an AWS Region, which becomes part of a host name. */
export function isRegion(text: string): boolean {
  return REGION.test(text);
}
