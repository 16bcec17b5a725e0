import Foundation

/// Short requests of the WorkCircle policies: shares of threads, most of them by ambassadors and with consent.
enum CommandRequests {
    static func write(_ count: Int, to file: FileHandle) throws {
        var lines = Data()
        for number in 0..<count {
            lines.append(contentsOf: request(number).utf8)
            if lines.count > 1 << 16 {
                try file.write(contentsOf: lines)
                lines.removeAll(keepingCapacity: true)
            }
        }
        try file.write(contentsOf: lines)
    }

    private static func request(_ number: Int) -> String {
        // Primes that have no factor in common, so that the parts vary each at its own pace.
        let member = number * 7 % 97
        let author = 1_000 + number * 13 % 499
        let destination = number % 3 == 0 ? "x-ambassador" : "x-official"
        let text = number % 5 == 0 ? "u_\(author)さんの話です" : "転職の話です"
        let role = number % 11 == 0 ? "" : #""ambassador""#
        let visibility = number % 17 == 0 ? "private" : "public"
        return
            #"{"id":"evt-\#(number)","time":"2024-09-01T10:00:00+09:00","stage":"\#(number % 2 == 0 ? "proposed" : "done")","#
            + #""actor":{"type":"member","id":"u_\#(member)","roles":[\#(role)],"accounts":["@a\#(member)"]},"#
            + #""action":{"name":"share","account":"@a\#(member)","destination":"\#(destination)","text":"\#(text)","#
            + #""label":"\#(number % 4 == 0 ? "rumor" : "fact")"},"#
            + #""resource":{"type":"post","id":"p_\#(number % 601)","revision":1,"text":"普通の相談です","#
            + #""circle":{"id":"c_\#(number % 7)","visibility":"\#(visibility)"},"author":{"id":"u_\#(author)"}},"#
            + #""context":{"malicious":false},"facts":[{"fact":"consent","by":"u_\#(author)","for":"\#(destination)","#
            + #""revision":1,"at":"2024-08-31T09:00:00+09:00"}]}"# + "\n"
    }
}
