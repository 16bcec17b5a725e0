import Foundation

/// Prints how fast texts are scanned for many names, and masked, by what scans and masks within Bylaw: no policy, no request.
///
/// `bylaw-scan FOLDER [--names N] [--row folded|exact|mask|hostile] [--rounds N]`. The folder has `scan_texts.txt`, a text a line, and
/// `names_N.txt`, a name a line. One JSON line a measurement.
@main struct BylawScan {
    static func main() throws {
        var arguments = CommandLine.arguments.dropFirst()
        var folder: String?
        var options: [String: String] = [:]
        while let argument = arguments.popFirst() {
            if argument.hasPrefix("--") { options[argument] = arguments.popFirst() } else { folder = argument }
        }
        let counts = options["--names"].map { [Int($0)] } ?? [1_000, 10_000, 100_000]
        guard let folder, options.keys.allSatisfy(["--names", "--row", "--rounds"].contains) else {
            FileHandle.standardError.write(
                Data("bylaw-scan FOLDER [--names N] [--row folded|exact|mask|hostile] [--rounds N]\n".utf8))
            exit(2)
        }
        let data = try ScanData(folder: URL(filePath: folder))
        let rounds = options["--rounds"].flatMap { Int($0) } ?? 15
        for row in ["folded", "exact"] where options["--row"] ?? row == row {
            for count in counts.compactMap({ $0 }) {
                try ScanMeasure(data: data, count: count, isFolded: row == "folded", rounds: rounds).run()
            }
        }
        if options["--row"] ?? "hostile" == "hostile" { HostileMeasure(rounds: rounds).run() }
        if options["--row"] ?? "mask" == "mask" {
            try MaskMeasure(data: data, count: options["--names"].flatMap { Int($0) } ?? 10_000, rounds: rounds).run()
        }
    }
}
