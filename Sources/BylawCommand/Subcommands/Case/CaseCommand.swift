import ArgumentParser

/// `bylaw case`: what people decide.
struct CaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "case",
        abstract: "Open cases, vote on them, and show what became of them.",
        discussion: """
            `bylaw judge --record` opens the cases of a held request too. A case is decided by the terms of the policy's \
            version that opened it; its ruling is among what the ledger tells when the incident is judged again.
            """,
        subcommands: [
            CaseOpen.self, CaseVote.self, CaseShow.self, CaseList.self, CaseAppeal.self, CaseClose.self,
        ])
}
