/** Whether what is asked for by a URL is read by nobody else on its way: it is https, or stays on this machine. */
export function isSecure({ protocol, hostname }: URL): boolean {
  const isHere = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
  return protocol === "https:" || (protocol === "http:" && isHere);
}
