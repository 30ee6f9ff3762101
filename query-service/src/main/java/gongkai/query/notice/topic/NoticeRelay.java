package gongkai.query.notice.topic;

import gongkai.broker.BrokerAccess;
import gongkai.query.notice.NoticeStore;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Publishes issued notices by number. Whoever holds the place's row publishes; a failure ends the session, and the next one
 * begins at the last place up to which everything was acknowledged: a notice may come twice, but none is left out.
 */
@Component
class NoticeRelay implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeRelay.class);
    private static final int PAGE = 500;

    private final NoticeStore notices;
    private final NoticePlace place;
    private final TransactionOperations transaction;
    private final BrokerAccess broker;
    private final ReentrantLock one = new ReentrantLock();
    private @Nullable NoticeSession session;

    /** Who waits for a broker that may be away, and may be disturbed. */
    private volatile @Nullable Thread opening;

    NoticeRelay(NoticeStore notices, NoticePlace place, TransactionOperations transaction, BrokerAccess broker) {
        this.notices = notices;
        this.place = place;
        this.transaction = transaction;
        this.broker = broker;
    }

    @Scheduled(fixedDelay = 250)
    void publish() {
        one.lock();
        try {
            boolean more;
            do {
                more = Boolean.TRUE.equals(transaction.execute(_ -> publishPage()));
            } while (more);
        } catch (KafkaException e) {
            LOG.warn("Notices are not published for now; they are kept, and sent in order: {}", e.toString());
            end();
        } finally {
            one.unlock();
        }
    }

    /** @return whether more may wait */
    private boolean publishPage() {
        var next = place.claim();
        if (next.isEmpty()) {
            return false;
        }
        var open = session;
        long from = next.getAsLong();
        if (open == null) {
            open = open();
            session = open;
            // A topic that has lost its notices is filled again.
            from = open.written() < from - 1 ? 1 : from;
            LOG.info("Notices are published from number {} on", from);
        }
        var page = notices.after(from - 1, null, null, PAGE);
        open.publish(page);
        place.moveTo(page.isEmpty() ? from : page.getLast().number() + 1);
        return page.size() == PAGE;
    }

    private NoticeSession open() {
        opening = Thread.currentThread();
        try {
            return NoticeSession.open(broker);
        } finally {
            opening = null;
        }
    }

    /** The end of the service does not wait for a broker that is away. */
    @EventListener(ContextClosedEvent.class)
    void giveUp() {
        var waiting = opening;
        if (waiting != null) {
            waiting.interrupt();
        }
    }

    private void end() {
        if (session != null) {
            session.close();
            session = null;
        }
    }

    @Override
    public void destroy() {
        one.lock();
        try {
            end();
        } finally {
            one.unlock();
        }
    }
}
