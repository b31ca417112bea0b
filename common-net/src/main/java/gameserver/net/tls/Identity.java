package gameserver.net.tls;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * What a server shows of itself, and the key that proves that it is the one.
 *
 * @param chain the server's own certificate, then that of who has signed it, and so on
 */
public record Identity(List<X509Certificate> chain, PrivateKey key) {
    private static final byte[] PROBE = {1, 2, 3};

    public Identity {
        chain = List.copyOf(chain);
    }

    /** Whom it is for, as the certificate says. */
    public String subject() {
        return chain.get(0).getSubjectX500Principal().getName();
    }

    /** From then on clients refuse it. */
    public Instant expires() {
        return chain.get(0).getNotAfter().toInstant();
    }

    /** Clients refuse it until then. */
    Instant begins() {
        return chain.get(0).getNotBefore().toInstant();
    }

    /** Whether the certificate's owner has this key: what it signs has to pass. */
    boolean fits() {
        String algorithm =
                switch (key.getAlgorithm()) {
                    case "EC" -> "SHA256withECDSA";
                    case "RSA" -> "SHA256withRSA";
                    default -> key.getAlgorithm();
                };
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(PROBE);
            byte[] signed = signature.sign();
            signature.initVerify(chain.get(0).getPublicKey());
            signature.update(PROBE);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false; // A key of one kind and a certificate of another.
        }
    }
}
