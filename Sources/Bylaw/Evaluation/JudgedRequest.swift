/// The request that a session is judging, and the actor's standing: one copy, which everything that judges it looks at.
final class JudgedRequest {
    /// It lies behind a pointer, so that reading it costs no check of exclusive access.
    private let state: UnsafeMutablePointer<(request: Request, standing: StandingInput)>

    init() {
        state = .allocate(capacity: 1)
        state.initialize(to: (.empty, .none))
    }

    deinit {
        state.deinitialize(count: 1)
        state.deallocate()
    }

    /// Turns to another request. Somebody else's standing is as good as none that could be read.
    func begin(_ request: Request, standing: StandingInput) {
        state.pointee.request = request
        state.pointee.standing = standing.isOf(request.actor.id) ? standing : .unavailable
    }

    var request: Request {
        @inline(__always) _read { yield state.pointee.request }
    }

    var standing: StandingInput {
        @inline(__always) _read { yield state.pointee.standing }
    }
}
