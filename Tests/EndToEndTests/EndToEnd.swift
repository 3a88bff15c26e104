import Testing

/// The built program in real processes and real terminals (DESIGN §7, D3): one after the other, for each
/// test has a terminal, a gateway and citizens of its own.
@Suite(.serialized) struct EndToEnd {}
