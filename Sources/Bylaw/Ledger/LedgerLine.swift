import BylawJSON

/// A line of an exported ledger.
enum LedgerLine: Sendable {
    case head(LedgerHead)
    case terms(String, [UInt8])
    case entry(LedgerRow)
}

extension LedgerLine {
    /// The line as JSON, its line break included.
    var bytes: [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.key("bylaw")
        json.value(1)
        switch self {
        case .head(let head):
            json.key("head")
            head.write(to: &json)
        case .terms(let digest, let bytes):
            json.key("digest")
            json.value(digest)
            json.key("terms")
            // Kept as a text: its bytes are what the digest is of.
            json.value(String(decoding: bytes, as: UTF8.self))
        case .entry(let row):
            json.key("entry")
            row.write(to: &json)
        }
        json.endObject()
        json.lineBreak()
        return json.bytes
    }

    /// Reads a line. Throws ``LedgerError/importRefused(line:reason:)``.
    init(_ bytes: [UInt8], number: Int) throws(LedgerError) {
        let bytes = bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes[...]
        guard let json = try? JSONValue.parse(Array(bytes)) else {
            throw .importRefused(line: number, reason: "it is no JSON")
        }
        if let head = json["head"].flatMap(LedgerHead.init) {
            self = .head(head)
        } else if let digest = json["digest"]?.string, let terms = json["terms"]?.string {
            self = .terms(digest, Array(terms.utf8))
        } else if let row = json["entry"].flatMap(LedgerRow.init) {
            self = .entry(row)
        } else {
            throw .importRefused(line: number, reason: "it is no line of an exported ledger")
        }
    }
}

extension LedgerHead {
    /// The head as JSON: to be kept elsewhere.
    public var json: [UInt8] {
        var writer = JSONWriter()
        write(to: &writer)
        return writer.bytes
    }

    /// Reads what ``json`` gave; nil for anything else.
    public init?(json: [UInt8]) {
        guard let value = try? JSONValue.parse(json) else { return nil }
        self.init(value)
    }

    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("number")
        json.value(number)
        json.key("mac")
        json.value(mac)
        json.key("key")
        json.value(key)
        json.key("forgotten")
        json.value(forgotten)
        json.endObject()
    }

    fileprivate init?(_ json: JSONValue) {
        guard let number = json["number"]?.number?.int, let mac = json["mac"]?.string, let key = json["key"]?.string,
            let forgotten = json["forgotten"]?.number?.int
        else { return nil }
        self.init(number: number, mac: mac, key: key, forgotten: forgotten)
    }
}

extension LedgerRow {
    fileprivate func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("number")
        json.value(number)
        json.key("place")
        json.value(place)
        for (key, text) in [("open", open), ("personal", personal), ("by", by)] {
            json.key(key)
            json.value(text)
        }
        for (key, seal) in [("personalSeal", personalSeal), ("bySeal", bySeal)] {
            json.key(key)
            json.beginArray()
            json.value(seal.digest)
            if let salt = seal.salt { json.value(salt) }
            json.endArray()
        }
        for (key, text) in [("previous", previous), ("mac", mac)] {
            json.key(key)
            json.value(text)
        }
        json.endObject()
    }

    /// Where it is filed is read off the event itself, not off the line.
    fileprivate init?(_ json: JSONValue) {
        guard let number = json["number"]?.number?.int, let place = json["place"]?.number?.int,
            let open = json["open"]?.string, let personal = json["personal"]?.string, let by = json["by"]?.string,
            let personalSeal = json["personalSeal"].flatMap(Seal.init), let bySeal = json["bySeal"].flatMap(Seal.init),
            let previous = json["previous"]?.string, let mac = json["mac"]?.string,
            let event = try? EventTexts(open: open, personal: personal).event(by: by)
        else { return nil }
        self.init(
            number: number, place: place, subject: event.subject, id: event.id, charge: event.chargeKey?.digest,
            topic: event.topic, open: open, personal: personal, by: by, personalSeal: personalSeal,
            bySeal: bySeal, previous: previous, mac: mac)
    }
}

extension LedgerRow.Seal {
    fileprivate init?(_ json: JSONValue) {
        guard let digest = json[0]?.string else { return nil }
        self.init(digest: digest, salt: json[1]?.string)
    }
}
