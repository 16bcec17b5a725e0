import Foundation

/// Prints how well texts are searched and masked by what a policy author can write, on data that others labelled.
///
/// `measure-text [masking] [leaks] [speed]`; all of them unless some are named. Data: `$BYLAW_DATA`, else `shared/data` beside
/// the package.
@main struct MeasureText {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        let known = ["masking", "leaks", "speed"]
        guard arguments.allSatisfy(known.contains) else {
            FileHandle.standardError.write(Data("measure-text takes any of: \(known.joined(separator: ", "))\n".utf8))
            exit(2)
        }
        let wanted = arguments.isEmpty ? known : arguments
        let data = MeasuredData()
        if wanted.contains("masking") {
            try CompanyMeasure(data: data).run()
            try MemberMeasure(data: data).run()
        }
        if wanted.contains("leaks") { try LeakMeasure(data: data).run() }
        if wanted.contains("speed") { try SpeedMeasure(data: data).run() }
    }
}
