// OperatingSystem
