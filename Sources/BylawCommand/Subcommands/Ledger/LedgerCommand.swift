import ArgumentParser

/// `bylaw ledger`: what was recorded of members, and what follows from it.
struct LedgerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger",
        abstract: "Record what happened, and show what follows from it.",
        discussion: """
            Exit code 1: the ledger refuses, or is not whole. Times are RFC 3339; without one it is now. Nothing that was \
            recorded is ever changed: a mistake is reversed.
            """,
        subcommands: [
            LedgerRecord.self, LedgerStanding.self, LedgerHistory.self, LedgerReverse.self, LedgerAppeal.self,
            LedgerPardon.self, LedgerFact.self, LedgerRole.self, LedgerWarn.self, LedgerSanction.self,
            LedgerTrain.self, LedgerMode.self, LedgerCarryOut.self, LedgerForget.self, LedgerVerify.self,
            LedgerHeadCommand.self,
            LedgerExport.self, LedgerImport.self,
        ])
}
