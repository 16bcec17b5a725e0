package import BylawJSON

extension LogVerification {
    /// Writes the members of the verification, all of them always.
    package func writeMembers(_ json: inout JSONWriter) {
        json.member("whole", isWhole)
        json.member("records", records)
        json.member("decisions", decisions)
        json.key("first")
        if let first { json.value(first) } else { json.null() }
        json.member("last", last?.description)
        json.member("closed", isClosed)
        json.key("problem")
        guard let problem else { return json.null() }
        json.object { json in
            json.member("code", problem.reason.code)
            json.member("message", problem.reason.message)
            json.member("file", problem.file)
            json.member("line", problem.line)
        }
    }
}
