import ArgumentParser
import Bylaw
import BylawJSON

/// `bylaw ledger fact`: what a member asserts, and takes back.
struct LedgerFact: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fact", abstract: "Record that a member gives a fact, or withdraws it.",
        subcommands: [Give.self, Withdraw.self])

    struct Keys: ParsableArguments {
        @Argument(help: "The member who gives it.")
        var member: String

        @Argument(help: "The fact's name, as policies declare it.")
        var name: String

        @Argument(help: "Its keys as NAME=VALUE; a value that is JSON (3, true, \"3\") is that, any other a text.")
        var keys: [String] = []

        /// The keys with their values. Every fact says who gives it.
        func attributes() throws -> [Attribute] {
            var attributes: [Attribute] = []
            for key in keys {
                guard let mark = key.firstIndex(of: "="), mark != key.startIndex else {
                    throw ValidationError("`\(key)` is no key; write NAME=VALUE")
                }
                let name = String(key[..<mark])
                guard !attributes.contains(where: { $0.name == name }) else {
                    throw ValidationError("`\(name)` is given twice")
                }
                attributes.append(Attribute(name, .read(String(key[key.index(after: mark)...]))))
            }
            if !attributes.contains(where: { $0.name == "by" }) {
                attributes.insert(Attribute("by", .string(member)), at: 0)
            }
            return attributes
        }
    }

    struct Give: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "give", abstract: "Record that a member gives a fact.")

        @OptionGroup var fact: Keys

        @Option(help: "When it ends by itself.", transform: Timestamp.read)
        var until: Timestamp?

        @OptionGroup var options: RecordingOptions

        func run() async throws {
            let entry = LedgerEvent.FactEntry(fact.name, try fact.attributes(), until: until)
            try await options.record { ledger in
                try await ledger.add(.factGiven(entry), to: fact.member, by: options.by, at: options.time)
            }
        }
    }

    struct Withdraw: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "withdraw", abstract: "Record that a member withdraws every fact with these keys.")

        @OptionGroup var fact: Keys

        @OptionGroup var options: RecordingOptions

        func run() async throws {
            let entry = LedgerEvent.FactEntry(fact.name, try fact.attributes())
            try await options.record { ledger in
                try await ledger.add(.factWithdrawn(entry), to: fact.member, by: options.by, at: options.time)
            }
        }
    }
}

extension AttributeValue {
    /// A value as it is given on the command line.
    fileprivate static func read(_ text: String) -> AttributeValue {
        guard let json = try? JSONValue.parse(text), let value = try? AttributeValue(json) else { return .string(text) }
        return value
    }
}
