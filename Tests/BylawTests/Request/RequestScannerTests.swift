import BylawJSON
import BylawTestSupport
import Testing

@testable import Bylaw

/// Reading a request in one pass against reading it from a tree.
@Suite("Requests read in one pass")
struct RequestScannerTests {
    private static let time = Timestamp("2024-09-01T10:00:00+09:00")

    /// As it is read where anything is out of the ordinary.
    private static func fromTree(_ json: [UInt8], defaultTime: Timestamp?) -> Request? {
        guard let value = try? JSONValue.parse(json) else { return nil }
        return try? Request(value, defaultTime: defaultTime)
    }

    private static let usual = [
        #"{"id":"r","time":"2024-09-01T10:00:00+09:00","actor":{"type":"member","id":"u_1","roles":["a","b"],"level":3},"#
            + #""action":{"name":"share","text":"\u3042\n\"","label":null},"resource":{"id":"p","type":"post","#
            + #""author":{"id":"u_2","since":-0.0,"ok":true},"n":1e2,"empty":[],"none":{}}}"#,
        #"{"actor":{"id":"u","type":"m"},"action":{"name":"a"},"resource":{"type":"p","id":"1"},"id":"x","#
            + #""incident":"i","stage":"done","context":{"a":[1,2.5,false]},"modes":["quiet"],"stopped":["p/r"],"#
            + #""facts":[{"fact":"consent","by":"u","at":"2024-01-01T00:00:00Z"}],"#
            + #""rulings":[{"case":"c","rule":"p/r","verdict":"allow","inputs":"d"}]}"#,
    ]

    @Test(arguments: usual)
    func `the usual form is read in one pass, and alike`(_ text: String) throws {
        let json = Array(text.utf8)
        let request = try #require(RequestScanner.request(json, defaultTime: Self.time))
        #expect(request == Self.fromTree(json, defaultTime: Self.time))
        // `==` takes moments for equal that were written in other offsets.
        #expect(request.time.offsetMinutes == Self.fromTree(json, defaultTime: Self.time)?.time.offsetMinutes)
    }

    @Test(arguments: [
        #"{"time":"2024-09-01T10:00:00Z","actor":{"type":"m","id":"u"},"action":{"name":"a"},"resource":{"type":"p","id":"1"}}"#,
        #"{"subject":{"type":"m","id":"u"},"action":{"name":"a"},"resource":{"type":"p","id":"1"},"id":"x"}"#,
    ])
    func `what is out of the ordinary is read from a tree`(_ text: String) throws {
        #expect(RequestScanner.request(Array(text.utf8), defaultTime: Self.time) == nil)
        #expect(try Request(json: Array(text.utf8), defaultTime: Self.time).actor.id == "u")
    }

    /// Many members, of which each is looked for among all others; and one that is there twice, among few and among many.
    @Test(arguments: [3, 8, 9, 40])
    func `a member that is given twice is an error, however many there are`(_ count: Int) {
        func json(_ names: [String]) -> [UInt8] {
            let members = names.map { "\"\($0)\":1" }.joined(separator: ",")
            return Array(
                #"{"id":"x","actor":{"type":"m","id":"u"},"action":{"name":"a"},"resource":{"type":"p","id":"1",\#(members)}}"#
                    .utf8)
        }
        let names = (0..<count).map { "m\($0)" }
        #expect(RequestScanner.request(json(names), defaultTime: Self.time)?.resource.attributes.count == count)
        for twice in [names[0], names[count - 1]] {
            #expect(RequestScanner.request(json(names + [twice]), defaultTime: Self.time) == nil)
            #expect(throws: RequestError.self) { try Request(json: json(names + [twice]), defaultTime: Self.time) }
        }
    }

    /// Texts in which bytes were changed, taken out and doubled: what is read in one pass is a request, and that one.
    @Test(arguments: 0..<UInt64(20))
    func `nothing is read that a tree refuses`(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var read = 0
        for _ in 0..<400 {
            var json = Array(Self.usual[Int.random(in: 0..<Self.usual.count, using: &random)].utf8)
            for _ in 0..<Int.random(in: 0...2, using: &random) {
                let place = Int.random(in: 0..<json.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: json.remove(at: place)
                case 1: json[place] = Array(#"{}[]",:01ax\ "#.utf8).randomElement(using: &random) ?? 0
                default:
                    let end = min(json.count, place + Int.random(in: 1...40, using: &random))
                    json.insert(contentsOf: json[place..<end], at: place)
                }
            }
            guard let request = RequestScanner.request(json, defaultTime: Self.time) else { continue }
            read += 1
            #expect(request == Self.fromTree(json, defaultTime: Self.time), "\(String(decoding: json, as: UTF8.self))")
        }
        #expect(read > 40)
    }
}
