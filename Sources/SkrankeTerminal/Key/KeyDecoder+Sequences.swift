import SkrankeScreen

/// The states behind ESC.
extension KeyDecoder {
    mutating func escape(_ byte: UInt8, _ again: Bool, _ events: inout [InputEvent]) {
        switch byte {
        case 0x1B:
            // ESC ESC [ A is Alt+Up on some terminals; a third ESC makes the first a key of its own.
            if again { events.append(.key(Key(.escape))) }
            state = .escape(again: true)
            return
        case UInt8(ascii: "["):
            enter(.csi, alt: again)
        case UInt8(ascii: "O"):
            enter(.ss3(modifier: 0), alt: again)
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"):
            if again { events.append(.key(Key(.escape))) }
            enter(.answer(introducer: byte, length: 0), alt: false)
        default:
            if again { events.append(.key(Key(.escape))) }
            enter(.ground, alt: true)
            ground(byte, &events)
        }
    }

    private mutating func enter(_ next: State, alt: Bool) {
        sequence.clear()
        isAlt = alt
        state = next
    }

    mutating func csi(_ byte: UInt8, _ events: inout [InputEvent]) {
        switch byte {
        case UInt8(ascii: "$") where sequence.isDigitsOnly:
            finish(FinalByte.event(sequence, final: byte), &events)
        case 0x20...0x3F: sequence.append(byte)
        case UInt8(ascii: "[") where sequence.isEmpty: state = .linuxFunction
        case UInt8(ascii: "M") where sequence.isEmpty: state = .oldMouse([])
        case UInt8(ascii: "~") where sequence.bytes == Array("200".utf8):
            state = rest()
            state = .paste
        case 0x40...0x7E: finish(FinalByte.event(sequence, final: byte), &events)
        case 0x18, 0x1A: state = rest()
        default: abort(byte, &events)
        }
    }

    mutating func linuxFunction(_ byte: UInt8, _ events: inout [InputEvent]) {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "E"):
            finish(.key(Key(.function(Int(byte) - 0x40))), &events)
        case 0x21...0x7E: state = rest()
        default: abort(byte, &events)
        }
    }

    mutating func ss3(_ byte: UInt8, _ modifier: Int, _ events: inout [InputEvent]) {
        switch byte {
        case 0x30...0x39: state = .ss3(modifier: min(modifier * 10 + Int(byte - 0x30), 256))
        case 0x20...0x7E:
            finish(FinalByte.applicationKey(byte, modifier: modifier).map(InputEvent.key), &events)
        default: abort(byte, &events)
        }
    }

    mutating func oldMouse(_ bytes: [UInt8], _ events: inout [InputEvent]) {
        guard bytes.count == 3 else {
            state = .oldMouse(bytes)
            return
        }
        finish(MouseReport.old(bytes).map(InputEvent.mouse), &events)
    }

    /// A control character ends an answer that was cut short: the agent's Enter gets through.
    mutating func answer(_ byte: UInt8, _ introducer: UInt8, _ length: Int, _ events: inout [InputEvent]) {
        switch byte {
        case 0x07: state = rest()
        case 0x1B: state = .answerEscape(length: length)
        case 0x18, 0x1A: state = rest()
        case 0..<0x20: abort(byte, &events)
        default:
            state =
                length < KeyDecoder.answerLimit ? .answer(introducer: introducer, length: length + 1) : rest()
        }
    }

    mutating func answerEscape(_ byte: UInt8, _ length: Int, _ events: inout [InputEvent]) {
        state = rest()
        if byte == UInt8(ascii: "\\") { return }
        // Another sequence begins where the answer broke off.
        state = .escape(again: false)
        take(byte, &events)
    }

    private mutating func finish(_ event: InputEvent?, _ events: inout [InputEvent]) {
        defer { state = rest() }
        guard var event else { return }
        if isAlt, case .key(var key) = event {
            key.modifiers.insert(.alt)
            event = .key(key)
        }
        events.append(event)
    }
}
