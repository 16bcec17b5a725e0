extension ShareInput {
    /// Inputs of the same kind and the same proportions as those of the comparison, where its folder is not at hand.
    public static func generated(_ count: Int = 1_000) -> [ShareInput] {
        var numbers = SeededNumbers(seed: 20_260_717)
        return (0..<count).map { generated($0, &numbers) }
    }

    private static func generated(_ index: Int, _ numbers: inout SeededNumbers) -> ShareInput {
        let author = Author(id: "u_\(1_000 + numbers.below(8_999))", company: GeneratedText.company(&numbers))
        let destinations = ["x-official", "x-ambassador"]
        let chosen = numbers.below(2)
        var consents = (0..<numbers.below(4)).map { _ in
            numbers.isTrue(50)
                ? Consent(destination: destinations[1 - chosen], grantedBy: author.id)
                : Consent(destination: destinations[chosen], grantedBy: "u_\(10 + numbers.below(989))")
        }
        if numbers.isTrue(85) {
            consents.insert(
                Consent(destination: destinations[chosen], grantedBy: author.id), at: numbers.below(consents.count + 1))
        }
        let kind = numbers.below(100)
        var text = GeneratedText.text(188 + numbers.below(25), &numbers)
        if numbers.isTrue(30) { text = GeneratedText.inserting(numbers.pick(hedges), into: text, &numbers) }
        if numbers.isTrue(7) { text = GeneratedText.inserting(author.company, into: text, &numbers) }
        if numbers.isTrue(4) { text = GeneratedText.inserting(author.id, into: text, &numbers) }
        let roles =
            numbers.isTrue(92)
            ? numbers.pick([["ambassador"], ["member", "ambassador"], ["member", "beta", "ambassador"]])
            : numbers.pick([["member"], ["member", "moderator"], []])
        let strikes = numbers.isTrue(7) ? 3 + numbers.below(3) : numbers.pick([0, 0, 0, 1, 1, 2])
        return ShareInput(
            actor: Actor(id: "u_\(10_000 + numbers.below(89_999))", roles: roles, strikes: strikes),
            post: Post(
                id: "p_\(index)", circle: Circle(visibility: numbers.isTrue(8) ? "private" : "public"), author: author,
                consents: consents),
            share: Share(
                destination: destinations[chosen], text: text, label: kind < 60 ? "fact" : kind < 93 ? "rumor" : nil))
    }

    /// An input that every rule looks at from end to end: a text of so many characters without name or hedge, and so many
    /// consents of which none counts.
    static func long(text length: Int, consents count: Int) -> ShareInput {
        var numbers = SeededNumbers(seed: UInt64(length + count))
        let author = Author(id: "u_8888", company: "株式会社桜井製作所")
        return ShareInput(
            actor: Actor(id: "u_77", roles: ["ambassador"], strikes: 0),
            post: Post(
                id: "p_1", circle: Circle(visibility: "public"), author: author,
                consents: (0..<count).map { Consent(destination: "x-official", grantedBy: "u_\($0)") }),
            share: Share(
                destination: "x-official", text: GeneratedText.text(length, &numbers), label: "fact"))
    }
}
