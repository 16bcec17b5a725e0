import Bylaw

extension PolicyComparison {
    /// The comparison as a page of its own, for the people who decide on the change: it loads nothing from anywhere.
    ///
    /// - Parameter title: What is compared: `WorkCircle → open lounge`.
    public func html(title: String) -> String {
        let sections = DecisionChange.Aspect.allCases.map(section).joined()
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>\(HTML.escaped(title))</title>
            <style>\(Self.style)</style>
            </head>
            <body>
            <main>
            <h1>\(HTML.escaped(title))</h1>
            <p class="summary">\(HTML.escaped(summary))</p>
            \(requests == 0 ? "" : outcomeTable)\(sections)</main>
            </body>
            </html>

            """
    }

    private var outcomeTable: String {
        let heads = Outcome.allCases.map { "<th scope=\"col\">\($0.rawValue)</th>" }.joined()
        let rows = Outcome.allCases.map { old in
            let cells = Outcome.allCases.map { new in
                let kind = old == new ? "same" : old < new ? "stricter" : "milder"
                let count = requests(from: old, to: new)
                return "<td class=\"\(count == 0 ? "none" : kind)\">\(Self.grouped(count))</td>"
            }.joined()
            return "<tr><th scope=\"row\">\(old.rawValue)</th>\(cells)</tr>\n"
        }.joined()
        return """
            <h2>From the old outcome to the new</h2>
            <div class="scroll"><table class="outcomes">
            <thead><tr><th scope="col">old ↓ new →</th>\(heads)</tr></thead>
            <tbody>
            \(rows)</tbody>
            </table></div>

            """
    }

    private func section(_ aspect: DecisionChange.Aspect) -> String {
        let groups = groups(of: aspect)
        guard !groups.isEmpty else { return "" }
        let rows = groups.map { group in
            let share = requests == 0 ? 0 : Double(group.count) / Double(requests)
            return """
                <tr><td class="number">\(Self.grouped(group.count))</td>\
                <td><meter value="\(share)">\(Self.grouped(group.count))</meter></td>\
                <td>\(HTML.escaped(group.change.summary))</td>\
                <td><code>\(HTML.escaped(group.change.rule ?? ""))</code></td>\
                <td>\(HTML.escaped(group.example.request)), line \(group.example.line)</td></tr>

                """
        }.joined()
        return """
            <h2>\(aspect.rawValue.prefix(1).uppercased())\(aspect.rawValue.dropFirst())</h2>
            <div class="scroll"><table>
            <thead><tr><th scope="col" class="number">Requests</th><th scope="col">Share</th>\
            <th scope="col">Change</th><th scope="col">Rule</th><th scope="col">For example</th></tr></thead>
            <tbody>
            \(rows)</tbody>
            </table></div>

            """
    }

    private static let style = """

        :root { color-scheme: light dark; --line: #8884; --strict: #c2410c; --mild: #15803d; }
        body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; }
        main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
        h1 { font-size: 1.6rem; line-height: 1.25; overflow-wrap: anywhere; }
        h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
        .summary { font-size: 1.1rem; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; padding: .35rem .7rem .35rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
        .number, .outcomes td { text-align: right; font-variant-numeric: tabular-nums; }
        .outcomes { width: auto; }
        .outcomes th, .outcomes td { padding-right: 1.4rem; }
        .outcomes .stricter { color: var(--strict); font-weight: 600; }
        .outcomes .milder { color: var(--mild); font-weight: 600; }
        .outcomes .none { opacity: .45; }
        code { font-size: .9em; overflow-wrap: anywhere; }
        meter { width: 5rem; }

        """
}
