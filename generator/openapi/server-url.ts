/** What is wrong with a server's URL, in words that follow on it, if anything is. */
export function serverProblem(url: string): string | undefined {
  const [variable] = url.match(/\{[^{}]*\}/) ?? [];
  if (variable !== undefined) return `leaves ${variable} open: the variable has no default`;
  if (!URL.canParse(url)) return "is no absolute URL";
  const { protocol, hostname, username, password, search, hash } = new URL(url);
  const isLoopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
  if (protocol !== "https:" && !(protocol === "http:" && isLoopback)) return "is not https";
  if (username !== "" || password !== "" || url.includes("@")) return "has user information in it";
  if (search !== "" || hash !== "" || /[?#]/.test(url)) return "has a query or a fragment";
  // Anything that a URL parser reads otherwise than it is written: spaces, backslashes, letters of other scripts.
  if (new URL(url).href.replace(/\/$/, "") !== url) return `is not written as it is read: ${new URL(url).href}`;
  return undefined;
}
