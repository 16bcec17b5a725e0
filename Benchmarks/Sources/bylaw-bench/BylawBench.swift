import BenchmarkWork
import Foundation

/// Measures Bylaw's own rows, and holds them to what is committed.
@main struct BylawBench {
    private static let usage = """
        bylaw-bench table [--inputs FILE] [ROW…]   how fast each row is, and what the targets ask of them together
        bylaw-bench list [ROW…]                    names of rows that repeat exactly, and decisions in a pass
        bylaw-bench run ROW [PASSES]               passes of one row, for whatever watches the program
        bylaw-bench allocations [--update] [ROW…]  checks heap blocks against Thresholds/allocations.tsv, or rewrites it
        bylaw-bench curves FOLDER                  draws how time grows
        bylaw-bench requests COUNT                 requests of the WorkCircle policies, a line each
        bylaw-bench command BYLAW REPOSITORY       how fast the command is
        A row is named by the beginning of its name.

        """

    static func main() {
        do {
            var arguments = CommandLine.arguments.dropFirst()
            let command = arguments.popFirst()
            guard try run(command ?? "", Array(arguments)) else {
                FileHandle.standardError.write(Data(usage.utf8))
                exit(2)
            }
        } catch {
            FileHandle.standardError.write(Data("bylaw-bench: \(error)\n".utf8))
            exit(1)
        }
    }

    /// Over fewer inputs, for programs that watch another are slow.
    private static var few: Catalogue { Catalogue(inputs: ShareInput.generated(200)) }

    /// Returns whether it was called as it can be.
    private static func run(_ command: String, _ arguments: [String]) throws -> Bool {
        switch (command, arguments.count) {
        case ("table", _): try table(arguments)
        case ("list", _):
            for row in try few.rows(named: arguments) where row.isRepeatable {
                print("\(row.name)\t\(row.decisionsInPass)")
            }
        case ("run", 1...2):
            guard let row = few.rows.first(where: { $0.name == arguments[0] }) else {
                throw WrongResult("no row is called \(arguments[0])")
            }
            try row.run(passes: arguments.count == 2 ? Int(arguments[1]) ?? 1 : 1)
        case ("allocations", _):
            let names = arguments.filter { $0 != "--update" }
            let check = AllocationCheck(rows: try Catalogue().rows(named: names).filter(\.isRepeatable))
            try arguments.contains("--update") ? check.update() : check.run()
        case ("curves", 1): try Curves(folder: URL(filePath: arguments[0])).draw()
        case ("requests", 1):
            guard let count = Int(arguments[0]) else { return false }
            try CommandRequests.write(count, to: .standardOutput)
        case ("command", 2):
            try CommandMeasure(command: arguments[0], repository: URL(filePath: arguments[1])).run()
        default: return false
        }
        return true
    }

    private static func table(_ arguments: [String]) throws {
        var (inputs, names): ([ShareInput]?, [String]) = (nil, [])
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            if argument == "--inputs", let file = rest.popFirst() {
                inputs = try ShareInput.read(file)
            } else {
                names.append(argument)
            }
        }
        let catalogue = Catalogue(inputs: inputs)
        try Table(catalogue: catalogue).print(try catalogue.rows(named: names))
    }
}
