package gameserver.net.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text file in which certificates and keys stand as blocks of Base64, each between a line that
 * begins with {@code -----BEGIN} and one that begins with {@code -----END}. What is around the
 * blocks is not looked at.
 *
 * @param text all of it; equal for equal files
 */
record PemFile(Path path, String text) {
    /** More than any chain of certificates takes. */
    private static final int MAX_BYTES = 1024 * 1024;

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");

    private static final String CERTIFICATE = "CERTIFICATE";
    private static final String KEY = "PRIVATE KEY";

    /** Of the keys that TLS 1.3 signs with. A key does not tell its own to {@link KeyFactory}. */
    private static final List<String> KEY_ALGORITHMS = List.of("EC", "RSA", "EdDSA");

    /**
     * Reads a file, whatever is in it.
     *
     * @throws TlsFileException when it can't be read
     */
    static PemFile read(Path path) throws TlsFileException {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new TlsFileException(path, "is not a file");
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new TlsFileException(path, "is larger than " + MAX_BYTES + " bytes");
            }
            return new PemFile(path, new String(bytes, StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException e) {
            throw new TlsFileException(path, "does not exist");
        } catch (AccessDeniedException e) {
            throw new TlsFileException(path, "may not be read by this user");
        } catch (IOException e) {
            throw new TlsFileException(path, "can't be read: " + e.getMessage());
        }
    }

    /**
     * The certificates in it, at least one, in their order.
     *
     * @throws TlsFileException when there is none, or one that is broken
     */
    List<X509Certificate> certificates() throws TlsFileException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (byte[] block : blocks(CERTIFICATE)) {
            try {
                certificates.add(
                        (X509Certificate)
                                CertificateFactory.getInstance("X.509")
                                        .generateCertificate(new ByteArrayInputStream(block)));
            } catch (CertificateException e) {
                throw new TlsFileException(
                        path, "has a broken certificate, number " + (certificates.size() + 1));
            }
        }
        if (certificates.isEmpty()) {
            throw new TlsFileException(path, "has no certificate (-----BEGIN CERTIFICATE-----)");
        }
        return certificates;
    }

    /**
     * The private key in it, which has to be PKCS#8 and not encrypted.
     *
     * @throws TlsFileException when there is none, or one of another kind
     */
    PrivateKey privateKey() throws TlsFileException {
        List<byte[]> blocks = blocks(KEY);
        if (blocks.isEmpty()) {
            throw new TlsFileException(path, whyNoKey());
        }
        PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(blocks.get(0));
        return KEY_ALGORITHMS.stream()
                .map(algorithm -> keyOf(algorithm, spec))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(
                        () ->
                                new TlsFileException(
                                        path,
                                        "has a private key that is broken, or not for TLS 1.3"));
    }

    private static Optional<PrivateKey> keyOf(String algorithm, PKCS8EncodedKeySpec spec) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(spec));
        } catch (InvalidKeySpecException e) {
            return Optional.empty(); // It is of another one.
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String whyNoKey() {
        if (text.contains("-----BEGIN ENCRYPTED " + KEY)) {
            return "has a key under a password; take that off: openssl pkey -in FILE -out NEW";
        }
        if (text.contains(" " + KEY + "-----")) {
            return "has a key that is not PKCS#8; convert it:"
                    + " openssl pkcs8 -topk8 -nocrypt -in FILE -out NEW";
        }
        return "has no private key (-----BEGIN PRIVATE KEY-----)";
    }

    private List<byte[]> blocks(String label) throws TlsFileException {
        List<byte[]> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            if (block.group(1).equals(label)) {
                blocks.add(decode(block.group(2)));
            }
        }
        return blocks;
    }

    private byte[] decode(String base64) throws TlsFileException {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new TlsFileException(path, "has a block that is not Base64");
        }
    }
}
