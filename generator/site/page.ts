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
}

/**
 * A page that needs nothing but the files of its site: no script is inside of it, and what comes from elsewhere is
 * refused by the browser.
 */
export function pageText({ title, description, root, body, banner }: Page): string {
  return String(markup`${Markup.trusted(`<!-- ${banner} -->`)}
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'">
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
