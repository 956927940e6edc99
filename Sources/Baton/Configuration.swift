internal import CBaton

extension Runtime {
    /// How the runtime starts. A field that is nil is what the environment says (`BATON_…`), or the default.
    public struct Configuration: Sendable {
        /// Which thread gets the lock next, and when a busy one gives it up.
        public enum Scheduler: Sendable {
            case adaptive, interval, ticks

            var value: BtLockScheduler {
                switch self {
                case .adaptive: BT_SCHEDULER_ADAPTIVE
                case .interval: BT_SCHEDULER_INTERVAL
                case .ticks: BT_SCHEDULER_TICKS
                }
            }
        }

        /// Run without the one lock.
        public var isFreeThreaded: Bool?
        public var scheduler: Scheduler?
        /// Report misuse of the contract.
        public var isChecked: Bool?
        /// How long a waiter lets the holder of the lock run.
        public var switchInterval: Duration?
        /// How long ``Runtime/finalize(deadline:)`` waits.
        public var shutdownDeadline: Duration?
        /// Folders in which imports look for extensions; nil: `BATON_PATH`, then the installed ones.
        public var modulePath: [String]?

        public init() {}

        func start() -> Bool {
            var config = BtConfig()
            BtConfig_Init(&config)
            if let isFreeThreaded { config.free_threaded = isFreeThreaded ? 1 : 0 }
            if let scheduler { config.scheduler = CInt(scheduler.value.rawValue) }
            if let isChecked { config.checked = isChecked ? 1 : 0 }
            if let switchInterval { config.switch_interval = switchInterval / .seconds(1) }
            if let shutdownDeadline { config.shutdown_deadline = shutdownDeadline / .seconds(1) }
            guard let modulePath else { return Bt_InitializeFromConfig(&config) == 0 }
            return modulePath.joined(separator: ":").withCString {
                config.module_path = $0
                return Bt_InitializeFromConfig(&config) == 0
            }
        }
    }
}
