import Bylaw
import BylawSource

extension Request {
    /// The request that is all of `input`; what is wrong with it ends the command.
    static func parsed(
        _ bytes: [UInt8], of input: Descriptor, defaultTime: Timestamp? = nil, _ reporter: Reporter
    ) throws -> Request {
        do throws(RequestError) {
            return try Request(json: bytes, defaultTime: defaultTime)
        } catch {
            try reporter.fail(unexcerpted: error.diagnostic(in: SourceFile(name: input.title, bytes: bytes)))
        }
    }

    /// The request that is a line of a stream.
    init(line: [UInt8], defaultTime: Timestamp?) throws(LineError) {
        do throws(RequestError) {
            self = try Request(json: line, defaultTime: defaultTime)
        } catch {
            throw LineError(error.diagnostic(in: SourceFile(name: "", bytes: line)), status: .unusable)
        }
    }
}
