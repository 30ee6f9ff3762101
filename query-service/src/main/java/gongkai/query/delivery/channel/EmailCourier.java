package gongkai.query.delivery.channel;

import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** By the mail server that {@code spring.mail.host} names. */
@Component
class EmailCourier implements Courier {

    private final ObjectProvider<JavaMailSender> mail;
    private final String from;

    EmailCourier(ObjectProvider<JavaMailSender> mail, @Value("${gongkai.delivery.mail-from}") String from) {
        this.mail = mail;
        this.from = from;
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public boolean isReady() {
        return mail.getIfAvailable() != null;
    }

    @Override
    public Outcome deliver(Letter letter) {
        var sender = mail.getIfAvailable();
        if (sender == null) {
            return new Outcome.Failed("No mail server is named; set spring.mail.host");
        }
        try {
            var message = sender.createMimeMessage();
            var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            helper.setFrom(from);
            helper.setTo(letter.target());
            helper.setSubject(letter.title());
            helper.setText(letter.text());
            // For the receiver's filter: the same notice may come twice.
            message.setHeader("X-Gongkai-Notice", letter.id());
            sender.send(message);
            return new Outcome.Delivered(OptionalInt.empty());
        } catch (MessagingException | MailException e) {
            return new Outcome.Failed("The mail server did not take it: " + e.getMessage());
        }
    }
}
