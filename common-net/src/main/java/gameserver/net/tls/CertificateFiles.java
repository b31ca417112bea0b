package gameserver.net.tls;

import java.nio.file.Path;

/**
 * Where a server's certificate and its key are. Both may be in the same file.
 *
 * @param certificates a chain in PEM, the server's own certificate first
 * @param key a private key in PEM, PKCS#8, not encrypted
 */
public record CertificateFiles(Path certificates, Path key) {

    /** What is in them at a moment; equal as long as nothing changes. */
    record Content(PemFile certificates, PemFile key) {
        Identity identity() throws TlsFileException {
            Identity identity = new Identity(certificates.certificates(), key.privateKey());
            if (!identity.fits()) {
                throw new TlsFileException(
                        key.path(), "does not fit the first certificate in " + certificates.path());
            }
            return identity;
        }
    }

    Content content() throws TlsFileException {
        return new Content(PemFile.read(certificates), PemFile.read(key));
    }

    /**
     * Reads them.
     *
     * @throws TlsFileException when one can't be read or is not what it should be, or when they do
     *     not fit each other
     */
    public Identity read() throws TlsFileException {
        return content().identity();
    }
}
