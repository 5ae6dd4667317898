/** Text that a browser shows as it is. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** In place of what cannot be drawn. */
export function notDrawn(why: string): string {
  return `<div class="not-drawn">${escapeHtml(why)}</div>`;
}

/** The little Markdown of text panels: headings, lists, tables, emphasis, code, links, paragraphs. */
export function markdown(source: string): string {
  const made: string[] = [];
  let list: string[] = [];
  let table: string[] = [];
  const close = (): void => {
    if (list.length > 0) {
      made.push(`<ul>${list.join("")}</ul>`);
      list = [];
    }
    if (table.length > 0) {
      made.push(`<table>${table.join("")}</table>`);
      table = [];
    }
  };
  for (const line of source.split("\n")) {
    const heading = /^(#{1,6}) (.*)$/.exec(line);
    const item = /^\s*[-*] (.*)$/.exec(line);
    const row = /^\|(.*)\|\s*$/.exec(line);
    if (item?.[1] !== undefined) {
      list.push(`<li>${inline(item[1])}</li>`);
      continue;
    }
    if (row?.[1] !== undefined) {
      if (!/^[\s|:-]+$/.test(row[1])) {
        table.push(
          `<tr>${row[1]
            .split("|")
            .map((cell) => `<td>${inline(cell.trim())}</td>`)
            .join("")}</tr>`,
        );
      }
      continue;
    }
    close();
    if (heading?.[2] !== undefined) {
      made.push(`<h4>${inline(heading[2])}</h4>`);
    } else if (line.trim() !== "") {
      made.push(`<p>${inline(line)}</p>`);
    }
  }
  close();
  return made.join("");
}

function inline(text: string): string {
  return escapeHtml(text)
    .replace(/\*\*(.+?)\*\*/g, "<b>$1</b>")
    .replace(/(^|\W)[*_](.+?)[*_](?=\W|$)/g, "$1<i>$2</i>")
    .replace(/`(.+?)`/g, "<code>$1</code>")
    .replace(/\[(.+?)\]\((.+?)\)/g, '<a href="$2">$1</a>');
}
