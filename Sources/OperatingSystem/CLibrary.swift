// The one place that knows which C library there is. Rooms that call the system import
// `OperatingSystem` and have its functions with it.
#if canImport(Darwin)
  @_exported public import Darwin
#else
  @_exported public import Glibc
#endif
