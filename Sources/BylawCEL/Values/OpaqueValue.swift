/// A value that only the host understands. Two are equal if they hold the same object.
package final class OpaqueValue: Sendable {
    package let hostType: HostType
    package let payload: any AnyObject & Sendable

    package init(_ type: HostType, _ payload: any AnyObject & Sendable) {
        hostType = type
        self.payload = payload
    }

    /// The type as `type(x)` gives it.
    package var typeValue: TypeValue { TypeValue(hostType.name) }
}
