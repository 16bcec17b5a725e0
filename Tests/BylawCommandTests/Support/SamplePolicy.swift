/// A small policy and requests to it, for tests that need any at all.
enum SamplePolicy {
    /// A policy with one rule; `rule` is its body, indented by four spaces.
    static func text(id: String = "town.square", version: String = "1.0.0", uses: String? = nil, rule: String = closed)
        -> String
    {
        """
        bylaw: 1
        policy: \(id)
        version: \(version)
        \(uses.map { "uses: [\($0)]\n" } ?? "")\
        judges:
          actor: { member: Member }
          action: { post: Post }
          resource: { circle: Circle }
        otherwise: allow
        types:
          Member: { roles: [string] }
          Post: { text: text }
          Circle: { visibility: public | private }
        rules:
          closed-circle:
        \(rule)

        """
    }

    /// Denies what is posted to a private circle.
    static let closed = """
            when: circle.visibility == 'private'
            then: deny
            says: { en: This circle is closed. }
        """

    /// A request on one line; in a circle of that visibility.
    static func request(_ id: String, visibility: String = "public") -> String {
        #"{"id":"\#(id)","time":"2024-09-01T10:00:00+09:00","actor":{"type":"member","id":"u_7","roles":[]},"#
            + #""action":{"name":"post","text":"こんにちは"},"#
            + #""resource":{"type":"circle","id":"c_1","visibility":"\#(visibility)"}}"#
    }
}
