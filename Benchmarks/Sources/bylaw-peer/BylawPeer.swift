import Bylaw
import Foundation

/// Judges the inputs of the engines' comparison, checks every verdict, and prints how long one takes.
///
/// `bylaw-peer --inputs inputs.jsonl [--row bytes|folded] [--passes 200]` prints the JSON line that the comparison's
/// runner wants: texts searched byte for byte, as the others do, or folded first, as Bylaw does by default.
/// `bylaw-peer --inputs inputs.jsonl --table [--only ROW]` prints Bylaw's own table, and `--table` alone what needs no
/// inputs.
@main struct BylawPeer {
    static func main() {
        do {
            try run()
        } catch {
            FileHandle.standardError.write(Data("bylaw-peer: \(error)\n".utf8))
            exit(1)
        }
    }

    private static func run() throws {
        let options = Options(Array(CommandLine.arguments.dropFirst()))
        if options.isTable {
            if let file = options.inputs {
                for row in options.row.map({ [$0] }) ?? ShareMeasure.Row.allCases {
                    try ShareMeasure(row: row, inputs: ShareInput.read(file), passes: options.passes)
                        .printRows(only: options.only)
                }
            }
            if options.only == nil { try ScaleMeasure().run() }
            return
        }
        guard let file = options.inputs else {
            FileHandle.standardError.write(Data("bylaw-peer needs --inputs FILE or --table\n".utf8))
            exit(2)
        }
        let measure = try ShareMeasure(row: options.row ?? .bytes, inputs: ShareInput.read(file), passes: options.passes)
        print(try measure.line())
    }

    private struct Options {
        var inputs: String?
        var row: ShareMeasure.Row?
        var passes = 200
        var isTable = false
        var only: String?

        init(_ arguments: [String]) {
            var rest = arguments[...]
            while let name = rest.popFirst() {
                switch name {
                case "--table": isTable = true
                case "--only": only = rest.popFirst()
                case "--inputs": inputs = rest.popFirst()
                case "--row": row = rest.popFirst().flatMap(ShareMeasure.Row.init) ?? row
                case "--passes": passes = rest.popFirst().flatMap { Int($0) } ?? passes
                default: break
                }
            }
        }
    }
}
