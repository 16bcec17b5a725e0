public import Logging

extension DecisionLog {
    /// How a log takes decisions and writes them.
    public struct Configuration: Sendable {
        /// What happens to a decision where as many wait to be written as may.
        public enum Pressure: Sendable {
            /// Whoever logs it waits until there is room.
            case wait
            /// It is not logged, and whoever logs it is told: ``DecisionLogError/full``.
            case refuse
        }

        /// When what is written is made to reach the disk.
        public enum Durability: Sendable {
            /// When the operating system sees fit, at ``DecisionLog/flush()``, and where a file ends. A crash of the
            /// process loses what waits to be written; one of the machine the last seconds too.
            case buffered
            /// After every few decisions that were written at once, before room is made for others.
            case synchronized
        }

        /// What happens where too many decisions wait.
        public var pressure: Pressure
        /// How many decisions may wait to be written.
        public var capacity: Int
        /// How many bytes they may have together; a larger one is taken alone.
        public var byteCapacity: Int
        /// How many bytes a file has before it is ended and the next is begun: it may have a few decisions more.
        public var fileBytes: Int
        /// When what is written reaches the disk.
        public var durability: Durability
        /// Told of what was mended, and of errors.
        public var logger: Logger?
        /// Shows how many decisions wait, and counts errors.
        public var metrics: ServiceMetrics?

        /// A configuration; every part has a default.
        public init(
            pressure: Pressure = .wait, capacity: Int = 8_192, byteCapacity: Int = 16 << 20, fileBytes: Int = 64 << 20,
            durability: Durability = .buffered, logger: Logger? = nil, metrics: ServiceMetrics? = nil
        ) {
            self.pressure = pressure
            self.capacity = max(1, capacity)
            self.byteCapacity = byteCapacity
            self.fileBytes = fileBytes
            self.durability = durability
            self.logger = logger
            self.metrics = metrics
        }
    }
}
