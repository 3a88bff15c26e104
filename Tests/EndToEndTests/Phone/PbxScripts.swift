/// What the telephone system and its callers are told: kamailio's configuration and SIPp's scenarios.
enum PbxScripts {
    /// A hunt number with two desks and a waiting queue (182, a suspended transaction, a timer that lets the next
    /// one through), and a second number at which nobody ever answers. Every step is posted.
    static func kamailio(port: UInt16, agent: UInt16, endpoint: String, desks: Int) -> String {
        """
        #!KAMAILIO
        debug=0
        log_stderror=yes
        fork=yes
        children=4
        auto_aliases=no
        disable_tcp=yes
        listen=udp:127.0.0.1:\(port)
        \(modules.map { "loadmodule \"\($0).so\"" }.joined(separator: "\n"))
        modparam("cfgutils", "lock_set_size", 1)
        modparam("tm", "fr_timer", 60000)
        modparam("tm", "fr_inv_timer", 120000)
        modparam("dialog", "enable_stats", 0)
        modparam("htable", "htable", "queue=>size=8;")
        modparam("htable", "htable", "desk=>size=4;")
        modparam("rtimer", "timer", "name=line;interval=50000u;mode=1;")
        modparam("rtimer", "exec", "timer=line;route=NEXT")
        event_route[htable:mod-init] {
            $sht(desk=>free) = \(desks);
            $sht(desk=>last) = 0;
            $sht(desk=>first) = 1;
        }
        \(requests)
        route[TELL] {
            $var(head) = "Content-Type: application/x-www-form-urlencoded";
            http_client_query("\(endpoint)", "$var(body)", "$var(head)", "$var(result)");
        }
        route[DELIVER] {
            $du = "sip:127.0.0.1:\(agent)";
            if (!t_relay()) { t_reply("500", "No"); }
        }
        \(events)
        """
    }

    private static let modules = [
        "kex", "corex", "tm", "tmx", "sl", "rr", "pv", "maxfwd", "textops", "siputils", "htable", "rtimer",
        "dialog", "http_client", "cfgutils",
    ]

    private static let requests = """
        request_route {
            if (!mf_process_maxfwd_header("10")) { exit; }
            if (has_totag()) {
                if (loose_route()) { t_relay(); exit; }
                if (is_method("ACK")) { if (t_check_trans()) { t_relay(); } exit; }
                sl_send_reply("404", "Not here");
                exit;
            }
            if (is_method("CANCEL")) {
                $var(body) = "event=hangup&cause=cancel&from=" + $fU + "&direction=in&callId=" + $ci;
                route(TELL);
                if (t_check_trans()) { t_relay(); }
                exit;
            }
            if (!is_method("INVITE")) { sl_send_reply("405", "No"); exit; }
            record_route();
            dlg_manage();
            t_newtran();
            $var(body) = "event=newCall&from=" + $fU + "&to=" + $rU + "&direction=in&callId=" + $ci + "&queue=8000";
            route(TELL);
            if ($rU == "62888000") {
                lock("desk");
                if ($sht(desk=>free) > 0 && $sht(desk=>first) > $sht(desk=>last)) {
                    $sht(desk=>free) = $sht(desk=>free) - 1;
                    unlock("desk");
                    route(DELIVER);
                    exit;
                }
                $sht(desk=>last) = $sht(desk=>last) + 1;
                $var(place) = $sht(desk=>last);
                unlock("desk");
                t_reply("182", "Queued");
                if (!t_suspend()) { t_reply("500", "No"); exit; }
                $sht(queue=>$var(place)) = $_s($T(id_index):$T(id_label));
                exit;
            }
            t_reply("182", "Queued");
            t_suspend();
            exit;
        }
        """

    private static let events = """
        route[NEXT] {
            lock("desk");
            if ($sht(desk=>free) > 0 && $sht(desk=>first) <= $sht(desk=>last)) {
                $var(key) = $sht(desk=>first);
                $var(id) = $sht(queue=>$var(key));
                if ($var(id) != $null) {
                    $sht(desk=>first) = $sht(desk=>first) + 1;
                    $sht(desk=>free) = $sht(desk=>free) - 1;
                    unlock("desk");
                    $var(i) = $(var(id){s.select,0,:}{s.int});
                    $var(l) = $(var(id){s.select,1,:}{s.int});
                    t_continue("$var(i)", "$var(l)", "DELIVER");
                    exit;
                }
            }
            unlock("desk");
        }
        event_route[dialog:start] {
            $var(body) = "event=answer&from=" + $fU + "&direction=in&user=ingrid&callId=" + $ci;
            route(TELL);
        }
        event_route[dialog:end] {
            $var(body) = "event=hangup&cause=normalClearing&from=" + $fU + "&direction=in&callId=" + $ci;
            route(TELL);
            lock("desk");
            $sht(desk=>free) = $sht(desk=>free) + 1;
            unlock("desk");
        }
        """

    // MARK: SIPp

    private static let sdp = """
        Content-Type: application/sdp
        Content-Length: [len]

        v=0
        o=skranke 1 1 IN IP4 [local_ip]
        s=-
        c=IN IP4 [media_ip]
        t=0 0
        m=audio [media_port] RTP/AVP 0
        a=rtpmap:0 PCMU/8000

        """

    private static func send(_ text: String, retransmits: Bool = false) -> String {
        "<send\(retransmits ? " retrans=\"500\"" : "")><![CDATA[\n\(text)\n]]></send>\n"
    }

    private static func scenario(_ steps: [String]) -> String {
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<scenario name=\"skranke\">\n"
            + steps.joined(separator: "\n") + "</scenario>\n"
    }

    /// Somebody who answers at once.
    static var agent: String {
        let head = """
            [last_Via:]
            [last_Record-Route:]
            [last_From:]
            [last_To:];tag=[call_number]
            [last_Call-ID:]
            [last_CSeq:]
            Contact: <sip:[local_ip]:[local_port]>
            """
        let bye = """
            SIP/2.0 200 OK
            [last_Via:]
            [last_From:]
            [last_To:]
            [last_Call-ID:]
            [last_CSeq:]
            Content-Length: 0

            """
        return scenario([
            "<recv request=\"INVITE\" rrs=\"true\"/>",
            send("SIP/2.0 200 OK\n\(head)\n\(sdp)", retransmits: true),
            "<recv request=\"ACK\"/>", "<recv request=\"BYE\"/>", send(bye),
        ])
    }

    private static func request(
        _ method: String, _ target: String, _ number: String, branch: String = "[branch]", sequence: String,
        tag: String = "", routes: Bool = false, rest: String = "Content-Length: 0\n"
    ) -> String {
        """
        \(method) \(target) SIP/2.0
        Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=\(branch)
        \(routes ? "[routes]\n" : "")From: <sip:[field1]@[local_ip]:[local_port]>;tag=[pid]T[call_number]
        To: <sip:\(number)@[remote_ip]:[remote_port]>\(tag)
        Call-ID: [call_id]
        CSeq: \(sequence)
        Contact: <sip:[field1]@[local_ip]:[local_port]>
        Max-Forwards: 70
        \(rest)
        """
    }

    /// `field0` milliseconds of the injected file, `field1` the caller's number.
    private static let wait = """
        <nop><action><assignstr assign_to="time" value="[field0]"/>
        <todouble assign_to="wait" variable="time"/></action></nop>

        """

    /// Waits in the queue until he is answered, talks for his time, hangs up.
    static var talker: String {
        let number = "62888000"
        let place = "sip:\(number)@[remote_ip]:[remote_port]"
        let peer = "[peer_tag_param]"
        return scenario([
            wait, send(request("INVITE", place, number, sequence: "1 INVITE", rest: sdp), retransmits: true),
            "<recv response=\"100\" optional=\"true\"/>", "<recv response=\"182\" optional=\"true\"/>",
            "<recv response=\"180\" optional=\"true\"/>", "<recv response=\"200\" rrs=\"true\"/>",
            send(request("ACK", "[next_url]", number, sequence: "1 ACK", tag: peer, routes: true)),
            "<pause variable=\"wait\"/>",
            send(
                request("BYE", "[next_url]", number, sequence: "2 BYE", tag: peer, routes: true),
                retransmits: true), "<recv response=\"200\"/>",
        ])
    }

    /// Waits for his time and leaves.
    static var leaver: String {
        let number = "62888001"
        let place = "sip:\(number)@[remote_ip]:[remote_port]"
        return scenario([
            wait, send(request("INVITE", place, number, sequence: "1 INVITE", rest: sdp), retransmits: true),
            "<recv response=\"100\" optional=\"true\"/>", "<recv response=\"182\"/>",
            "<pause variable=\"wait\"/>",
            send(
                request("CANCEL", place, number, branch: "[branch-4]", sequence: "1 CANCEL"),
                retransmits: true),
            "<recv response=\"200\" optional=\"true\"/>", "<recv response=\"487\"/>",
            send(
                request(
                    "ACK", place, number, branch: "[branch-7]", sequence: "1 ACK", tag: "[peer_tag_param]")),
        ])
    }
}
