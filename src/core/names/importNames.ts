import { normalizeName } from './normalizeName.ts';

/** A line each: a module, and the distribution that provides it under another name. */
const pairs = `
allauth django-allauth
attr attrs
axes django-axes
Bio biopython
bs4 beautifulsoup4
cairo pycairo
clr pythonnet
consul python-consul
corsheaders django-cors-headers
crispy_forms django-crispy-forms
Crypto pycryptodome
Cryptodome pycryptodomex
cups pycups
curl pycurl
cv2 opencv-python
dateutil python-dateutil
dbus dbus-python
debug_toolbar django-debug-toolbar
discord discord-py
django_filters django-filter
dns dnspython
docx python-docx
dotenv python-dotenv
engineio python-engineio
environ django-environ
faiss faiss-cpu
fitz pymupdf
gi pygobject
git gitpython
github pygithub
github3 github3-py
gitlab python-gitlab
google.protobuf protobuf
googleapiclient google-api-python-client
hamcrest pyhamcrest
imagekit django-imagekit
impala impyla
jose python-jose
jwt pyjwt
kafka kafka-python
ldap python-ldap
llama_cpp llama-cpp-python
magic python-magic
memcache python-memcached
mpl_toolkits matplotlib
MySQLdb mysqlclient
nacl pynacl
nmap python-nmap
odf odfpy
OpenGL pyopengl
OpenSSL pyopenssl
osgeo gdal
PIL pillow
pkg_resources setuptools
pptx python-pptx
pythoncom pywin32
pywintypes pywin32
rest_framework djangorestframework
rest_framework_simplejwt djangorestframework-simplejwt
ruamel ruamel-yaml
serial pyserial
skimage scikit-image
sklearn scikit-learn
slugify python-slugify
snappy python-snappy
socketio python-socketio
socks pysocks
speech_recognition speechrecognition
telegram python-telegram-bot
tlz toolz
usb pyusb
websocket websocket-client
win32api pywin32
win32com pywin32
win32con pywin32
win32gui pywin32
wx wxpython
xdg pyxdg
yaml pyyaml
zmq pyzmq
`;

/** Each module beside its distribution. */
export const importedPairs: readonly (readonly [module: string, distribution: string])[] = pairs
  .trim()
  .split('\n')
  .map(pair => {
    const [module = '', distribution = ''] = pair.split(' ');
    return [module, distribution];
  });

const distributions = new Map(importedPairs.map(([module, distribution]) => [normalizeName(module), distribution]));

/** The project that provides a module, where somebody may take the one name for the other; null for every other name. */
export function distributionOf(module: string): string | null {
  return distributions.get(normalizeName(module)) ?? null;
}
