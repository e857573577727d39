package org.exchangehub.core.work;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Date;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Sends notices by e-mail (SMTP, RFC 5321), in both languages. */
@Component
class Mailer {

    private static final String TIMEOUT_MILLIS = "10000";

    private final NoticeSettings.@Nullable Mail settings;
    private final @Nullable JavaMailSenderImpl sender;
    private final String hub;

    /** Stops the start when the sender's address or the password cannot be used. */
    Mailer(NoticeSettings settings, URI hubUrl) {
        this.settings = settings.mail();
        this.sender = this.settings == null ? null : sender(this.settings);
        this.hub = hubUrl.toString().replaceAll("/+$", "");
    }

    private static JavaMailSenderImpl sender(NoticeSettings.Mail mail) {
        try {
            new InternetAddress(mail.from(), true);
        } catch (AddressException malformed) {
            throw new IllegalArgumentException(
                    "hub.notices.mail.from must be an e-mail address, found " + mail.from(), malformed);
        }
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        boolean tls = mail.protection() == NoticeSettings.Protection.TLS;
        String protocol = tls ? "smtps" : "smtp";
        sender.setProtocol(protocol);
        sender.setHost(mail.host());
        sender.setPort(mail.port());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        Properties properties = sender.getJavaMailProperties();
        for (String timeout : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty("mail." + protocol + "." + timeout, TIMEOUT_MILLIS);
        }
        properties.setProperty("mail." + protocol + ".ssl.checkserveridentity", "true");
        if (mail.protection() == NoticeSettings.Protection.STARTTLS) {
            properties.setProperty("mail.smtp.starttls.enable", "true");
            properties.setProperty("mail.smtp.starttls.required", "true");
        }
        if (mail.username() != null && mail.passwordFile() != null) {
            properties.setProperty("mail." + protocol + ".auth", "true");
            sender.setUsername(mail.username());
            try {
                sender.setPassword(Files.readString(mail.passwordFile()).strip());
            } catch (IOException unreadable) {
                throw new UncheckedIOException("hub.notices.mail.password-file cannot be read", unreadable);
            }
        }
        return sender;
    }

    /** Whether there is a server to send by. */
    boolean configured() {
        return sender != null;
    }

    /**
     * Sends a notice to an office's mailbox.
     *
     * @param id the same for every attempt, in the header {@code Message-ID}
     * @throws MailException when the server did not take it
     */
    void send(String address, String id, StoredNotice notice) {
        JavaMailSenderImpl smtp = sender;
        if (smtp == null || settings == null) {
            throw new MailSendException("no mail server is set up any more");
        }
        NoticeTexts texts = notice.texts();
        MimeMessage message = new Identified(smtp, id);
        try {
            MimeMessageHelper mail = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            mail.setFrom(settings.from());
            mail.setTo(address);
            mail.setSubject(line(texts.title().zh() + " / " + texts.title().en()));
            message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: nobody is away from an office's mailbox
            mail.setSentDate(Date.from(notice.at()));
            mail.setText(texts.text().zh() + "\n\n" + texts.text().en() + "\n\n" + hub
                    + notice.subject().link() + "\n");
        } catch (MessagingException malformed) {
            throw new MailPreparationException(malformed);
        }
        smtp.send(message);
    }

    /** One line: what people wrote into a title ends no header (RFC 5322, 2.2). */
    private static String line(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]+", " ");
    }

    /** A message whose id does not change when it is saved. */
    private static final class Identified extends MimeMessage {

        private final String id;

        Identified(JavaMailSenderImpl sender, String id) {
            super(sender.getSession());
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + "@exchange-hub>");
        }
    }
}
