internal import OperatingSystem

/// Gathers what a command declares while it is made: each wrapper reports itself to the collector
/// that is current in its task, so that commands can be made side by side.
final class Collector: Sendable {
  @TaskLocal static var current: Collector?

  private struct Content {
    var parameters: [Parameter] = []
    var checks: [@Sendable () throws -> Void] = []
    var heading: String?
  }

  private let content = Guarded(Content())

  var parameters: [Parameter] { content.withLock { $0.parameters } }
  var checks: [@Sendable () throws -> Void] { content.withLock { $0.checks } }

  func add(_ parameter: Parameter) {
    content.withLock { content in
      var parameter = parameter
      parameter.heading = content.heading
      content.parameters.append(parameter)
    }
  }

  /// Makes a group whose options stand under `heading`; its check runs when all is parsed.
  func group<Options: OptionGroup>(_ heading: String?) -> Options {
    let outer = content.withLock { content in
      defer { content.heading = heading ?? content.heading }
      return content.heading
    }
    let options = Options()
    content.withLock { content in
      content.heading = outer
      content.checks.append { try options.validate() }
    }
    return options
  }
}

/// A command that was made, with all that it declares.
struct Declaration {
  let command: any Command
  let parameters: [Parameter]
  private let checks: [@Sendable () throws -> Void]

  init(_ type: any Command.Type) {
    let collector = Collector()
    command = Collector.$current.withValue(collector) { type.init() }
    parameters = collector.parameters
    checks = collector.checks
  }

  var arguments: [Parameter] { parameters.filter { $0.form == .argument } }
  var options: [Parameter] { parameters.filter { $0.form != .argument } }

  /// What the groups and the command say of values that do not go together.
  func validate() throws {
    for check in checks { try check() }
    try command.validate()
  }
}
