/// How a rule book looks, and how its languages are switched. Neither holds anything of a policy.
enum HTMLStyle {
    static let sheet = """
        :root {
          color-scheme: light dark;
          --ink: #1c2024; --soft: #586069; --paper: #fff; --panel: #f6f7f9; --line: #d9dde3; --accent: #0b5cad;
          --added: #14713d; --removed: #a4262c;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --ink: #e6e8eb; --soft: #a2aab4; --paper: #15181c; --panel: #1e2329; --line: #363d46; --accent: #7db7ff;
            --added: #6fd39a; --removed: #ff9a94;
          }
        }
        * { box-sizing: border-box; }
        html { scroll-padding-top: 6rem; }
        .book { scroll-margin-top: 100vh; }
        body {
          margin: 0; color: var(--ink); background: var(--paper);
          font: 1rem/1.65 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
          overflow-wrap: anywhere;
        }
        :lang(ja) { font-family: system-ui, "Hiragino Sans", "Yu Gothic", "Noto Sans JP", "Noto Sans CJK JP", sans-serif; }
        :lang(zh) { font-family: system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif; }
        main { max-width: 50rem; margin: 0 auto; padding: 0 1.25rem 4rem; }
        a { color: var(--accent); text-underline-offset: .15em; }
        :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
        .languages {
          position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .25rem; justify-content: center;
          padding: .4rem 1rem; background: var(--paper); border-bottom: 1px solid var(--line);
        }
        .languages a { padding: .3rem .8rem; border-radius: 1rem; text-decoration: none; }
        .languages a[aria-current] { color: var(--paper); background: var(--accent); }
        h1, h2, h3, h4 { line-height: 1.3; text-wrap: balance; }
        h1 { font-size: 2rem; margin: 2.5rem 0 1rem; }
        h2 { font-size: 1.5rem; margin: 3rem 0 1rem; }
        h3 { font-size: 1.15rem; margin: 2.5rem 0 1rem; color: var(--soft); }
        h4 { font-size: 1.1rem; margin: 0 0 .5rem; }
        .id { font-size: .8rem; font-weight: normal; color: var(--soft); }
        code, pre { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
        code { font-size: .9em; padding: .05em .3em; border-radius: .25rem; background: var(--panel); }
        pre { overflow-x: auto; margin: .5rem 0 0; padding: .75rem; border-radius: .4rem; background: var(--panel); }
        pre code { padding: 0; background: none; white-space: pre-wrap; }
        var { font-style: normal; padding: .05em .35em; border: 1px dashed var(--soft); border-radius: .3rem; font-size: .9em; }
        .preface { color: var(--soft); }
        .preface p { margin: .25rem 0; }
        .contents, .changes { margin: 2rem 0; padding: .25rem 1.25rem 1rem; border: 1px solid var(--line); border-radius: .6rem; }
        .contents h2, .changes h2 { font-size: 1.15rem; margin: 1rem 0 .5rem; }
        .contents ol, .contents ul, .changes ul { margin: 0; padding-left: 1.4rem; }
        .contents ol > li { margin: .6rem 0; font-weight: 600; }
        .contents ul > li { margin: .15rem 0; font-weight: normal; }
        .policy { border-top: 3px solid var(--line); }
        article { margin: 1rem 0; padding: 1.1rem 1.25rem; border: 1px solid var(--line); border-radius: .6rem; }
        article:target { border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
        article > :last-child { margin-bottom: 0; }
        .lead { margin: 0 0 .75rem; }
        dl { margin: .75rem 0; }
        dl > div { display: grid; grid-template-columns: 11rem 1fr; gap: 0 1rem; padding: .35rem 0; border-top: 1px solid var(--line); }
        dl > div:first-child { border-top: 0; }
        dt { grid-column: 1; grid-row: 1 / span 99; color: var(--soft); font-size: .92rem; }
        dd { grid-column: 2; margin: 0; }
        dd + dd { margin-top: .2rem; }
        figure { margin: .75rem 0; padding: .1rem 0 .1rem 1rem; border-left: 3px solid var(--accent); }
        blockquote, blockquote p { margin: 0; }
        figcaption { color: var(--soft); font-size: .88rem; }
        cite { font-style: normal; }
        summary { cursor: pointer; color: var(--soft); font-size: .92rem; }
        details { margin: .5rem 0; }
        del { color: var(--removed); }
        ins { color: var(--added); text-decoration-style: dotted; }
        .added { color: var(--added); } .removed { color: var(--removed); }
        @media (max-width: 40rem) {
          main { padding: 0 .9rem 3rem; }
          h1 { font-size: 1.6rem; } h2 { font-size: 1.3rem; }
          article { padding: .9rem; }
          dl > div { display: block; padding: .5rem 0; }
        }
        @media print {
          :root { --ink: #000; --soft: #333; --paper: #fff; --panel: #fff; --line: #999; --accent: #000; --added: #000; --removed: #000; }
          .languages, details { display: none; }
          main { max-width: none; padding: 0; }
          body { font-size: 10.5pt; }
          a { color: inherit; text-decoration: none; }
          article, dl > div, figure { break-inside: avoid; }
          h2, h3, h4 { break-after: avoid; }
          .policy { break-before: page; border-top: 0; }
        }

        """

    static let script = """
        (() => {
          const books = [...document.querySelectorAll("main > section.book")];
          if (books.length < 2) return;
          const links = [...document.querySelectorAll(".languages a")];
          const show = (book) => {
            for (const each of books) each.hidden = each !== book;
            for (const link of links) {
              if (link.hash.slice(1) === book.id) link.setAttribute("aria-current", "true");
              else link.removeAttribute("aria-current");
            }
            document.documentElement.lang = book.lang;
            document.title = book.dataset.title;
          };
          const reveal = () => {
            document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
          };
          const named = () => {
            const id = decodeURIComponent(location.hash.slice(1));
            return books.find((book) => id === book.id || id.startsWith(book.id + "/"));
          };
          const preferred = () => {
            for (const language of navigator.languages || []) {
              const primary = (tag) => tag.toLowerCase().split("-")[0];
              const book = books.find((each) => primary(each.lang) === primary(language));
              if (book) return book;
            }
            return books[0];
          };
          addEventListener("hashchange", () => {
            const book = named();
            if (!book) return;
            show(book);
            reveal();
          });
          show(named() || preferred());
          if (named()) reveal();
        })();

        """
}
