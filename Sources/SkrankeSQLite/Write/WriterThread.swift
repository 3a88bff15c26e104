import Foundation
import GRDB
import SkrankeJournal

/// The process's one writer: a thread of its own that takes whatever waits into one transaction, a savepoint
/// for each job, one commit for all (DESIGN §4). While it has nothing to do, it moves the log into the store.
///
/// `@unchecked Sendable`: everything mutable is guarded by `condition`, but `writer`, which only the thread
/// itself touches.
final class WriterThread: @unchecked Sendable {
    private let pool: DatabasePool
    private let lock: WriteLock
    private let codec: EventCodec
    private let erasedList: ErasedList
    private let condition = Condition()
    private var queue: [WriteJob] = []
    private var isStopping = false
    private var hasStopped = false
    private var hints: [@Sendable (Int64) -> Void] = []
    private var care = WriterCare()

    /// Jobs in one commit at most: nobody waits for thousands of others.
    static let batch = 256

    init(pool: DatabasePool, lock: WriteLock, codec: EventCodec, erasedList: ErasedList) {
        self.pool = pool
        self.lock = lock
        self.codec = codec
        self.erasedList = erasedList
    }

    func start() {
        let thread = Thread { [self] in
            pool.writeWithoutTransaction { database in
                let writer = Writer(database, codec: codec)
                do throws(StoreFault) {
                    try care.prepare(writer)
                    loop(writer)
                } catch { fail(error) }
            }
            finished()
        }
        thread.name = "store-writer"
        thread.stackSize = 4 << 20
        thread.start()
    }

    /// Queues a job. After `stop` it is answered with `closed`.
    func submit(_ job: WriteJob) {
        condition.lock()
        if isStopping {
            condition.unlock()
            job.done(.closed)
            return
        }
        queue.append(job)
        condition.signal()
        condition.unlock()
    }

    /// Jobs that nobody has begun with.
    var waiting: Int {
        condition.lock()
        defer { condition.unlock() }
        return queue.count
    }

    func onCommit(_ hint: @escaping @Sendable (Int64) -> Void) {
        condition.lock()
        hints.append(hint)
        condition.unlock()
    }

    /// Writes what waits, then ends the thread. Blocks until it has.
    func stop() {
        condition.lock()
        isStopping = true
        condition.broadcast()
        while !hasStopped { condition.wait() }
        condition.unlock()
    }

    private func finished() {
        condition.lock()
        hasStopped = true
        condition.broadcast()
        condition.unlock()
    }

    private func fail(_ fault: StoreFault) {
        condition.lock()
        isStopping = true
        let left = queue
        queue = []
        condition.unlock()
        for job in left { job.done(fault) }
    }

    // The thread

    private func loop(_ writer: Writer) {
        while let jobs = next() {
            if jobs.isEmpty {
                care.step(writer, lock)
            } else {
                commit(jobs, writer)
                care.afterCommit(writer)
            }
        }
        care.finish(writer)
    }

    /// The next batch; empty where there is time for care; nil at the end.
    private func next() -> [WriteJob]? {
        condition.lock()
        defer { condition.unlock() }
        while queue.isEmpty {
            if isStopping { return nil }
            guard let pause = care.pause else {
                condition.wait()
                continue
            }
            if pause == 0 || !condition.wait(milliseconds: pause) { return [] }
        }
        let jobs = Array(queue.prefix(WriterThread.batch))
        queue.removeFirst(jobs.count)
        return jobs
    }

    private func commit(_ jobs: [WriteJob], _ writer: Writer) {
        do throws(StoreFault) {
            try lock.acquire()
        } catch {
            for job in jobs { job.done(error) }
            return
        }
        var batch = WriteBatch(writer: writer, erasedList: erasedList)
        batch.run(jobs)
        lock.release()
        if batch.isNews {
            condition.lock()
            let hints = hints
            condition.unlock()
            for hint in hints { hint(writer.sequence) }
        }
        for answer in batch.answers {
            if answer.job.waitsForErasure, answer.hasWritten {
                care.waiting.append(answer.job)
            } else {
                answer.job.done(answer.fault)
            }
        }
    }
}

/// One transaction with many jobs.
struct WriteBatch {
    struct Answer {
        var job: WriteJob
        var fault: StoreFault?
        var hasWritten = false
    }

    let writer: Writer
    let erasedList: ErasedList
    private(set) var answers: [Answer] = []
    private(set) var isNews = false
    private var hasWritten = false

    init(writer: Writer, erasedList: ErasedList) {
        self.writer = writer
        self.erasedList = erasedList
    }

    mutating func run(_ jobs: [WriteJob]) {
        do throws(StoreFault) {
            writer.erasedIDs = []
            try writer.sql.run("BEGIN IMMEDIATE")
            try writer.begin()
            for job in jobs { try run(job, alone: jobs.count == 1) }
            if hasWritten {
                try erasedList.append(writer.erasedIDs)
                try writer.sql.run("COMMIT")
            } else {
                try writer.sql.run("ROLLBACK")
            }
        } catch {
            // The transaction is gone, and with it what every job of it did.
            if writer.sql.isInTransaction { try? writer.sql.run("ROLLBACK") }
            writer.undone()
            isNews = false
            answers = jobs.map { Answer(job: $0, fault: error) }
        }
    }

    /// - Throws: only what ends the whole transaction.
    private mutating func run(_ job: WriteJob, alone: Bool) throws(StoreFault) {
        if !alone { try writer.sql.run("SAVEPOINT job") }
        let erased = writer.erasedIDs.count
        do throws(StoreFault) {
            let effect = try job.run(writer)
            if !alone { try writer.sql.run("RELEASE job") }
            hasWritten = hasWritten || effect != .nothing
            isNews = isNews || effect == .news
            answers.append(Answer(job: job, hasWritten: effect != .nothing))
        } catch {
            // A full disk makes SQLite end the transaction by itself; then all have failed.
            guard !alone, writer.sql.isInTransaction else { throw error }
            try writer.sql.run("ROLLBACK TO job")
            try writer.sql.run("RELEASE job")
            writer.erasedIDs.removeSubrange(erased...)
            writer.undone()
            try writer.begin()
            answers.append(Answer(job: job, fault: error))
        }
    }
}

extension WriterThread {
    /// Runs what blocks on a thread of its own, so that no task's thread has to wait.
    static func elsewhere(_ body: @escaping @Sendable () -> Void) {
        let thread = Thread { body() }
        thread.stackSize = 1 << 20
        thread.start()
    }
}
