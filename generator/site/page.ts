import { Markup, markup } from "../diagram/index.js";

/** What a page is put together of. */
export interface Page {
  readonly title: string;
  /** What search engines and links show of it. */
  readonly description: string;
  /** How the folder of the site is reached from the page: the empty string, or `../`. */
  readonly root: string;
  readonly body: Markup;
  /** The first line of the file. */
  readonly banner: string;
  /** It comes from a server of ours, which its form and its script may ask. Default: `false`. */
  readonly isServed?: boolean | undefined;
}

/**
 * A page that needs nothing but the files of its site: no script is inside of it, and what comes from elsewhere is
 * refused by the browser.
 */
export function pageText({ title, description, root, body, banner, isServed = false }: Page): string {
  const asked = isServed ? markup`connect-src 'self'; form-action 'self'` : markup`form-action 'none'`;
  return String(markup`${Markup.trusted(`<!-- ${banner} -->`)}
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; ${asked}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<meta name="description" content="${description}">
<link rel="stylesheet" href="${root}style.css">
<script src="${root}site.js" defer></script>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
${body}</body>
</html>
`);
}
