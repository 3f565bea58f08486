module.exports = 'a-picture.png'
